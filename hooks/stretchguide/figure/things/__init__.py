"""Things as they are drawn: chairs, walls, straps, blocks, each from where the room and the body say it is."""
