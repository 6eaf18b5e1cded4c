"""The web application: pages over the core. Views are thin; templates stand in one folder."""
