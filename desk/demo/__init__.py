"""Invented communities for a first look and for training an office. Nobody in it exists."""
