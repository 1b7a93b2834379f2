-- One row a relation that a work states; the files named for kinds of relation fill it.
-- `share` is what the work adds to the fractional weight: a decimal, so that its sum is
-- the same whatever the order of adding.
CREATE TABLE relations (
    kind VARCHAR, source VARCHAR, target VARCHAR, work VARCHAR, share DECIMAL(18, 12)
);
