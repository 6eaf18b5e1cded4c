"""Two agreements side by side."""
