"""Paper and colours: what a drawing is written with, what lies in front, where there is room left for a sign."""
