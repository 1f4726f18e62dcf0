"""Bones and flesh: the skeleton with its lengths and joints, the volumes round it, how far each joint goes."""
