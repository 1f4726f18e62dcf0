"""A skinned body as line art: clothes, hair, light on muscles, a face, things round it, in the order of painting."""
