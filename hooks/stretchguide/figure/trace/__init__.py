"""Lines from pixels: cracks between unlike pixels become chains, smooth lines, and cubic curves in whole numbers."""
