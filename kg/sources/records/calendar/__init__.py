"""Calendars of talks: lines → events, and what an event says of its talk."""
