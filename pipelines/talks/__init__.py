"""Train the model that cuts seminar dumps into talks."""
