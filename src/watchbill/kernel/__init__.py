"""What every room stands on: time as integer minutes, errors with their place, files with lines."""
