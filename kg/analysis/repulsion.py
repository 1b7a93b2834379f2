"""Repulsion between all nodes in n log n: masses on a mesh, their forces by Fourier.

Every node pushes every other with `mass·mass/distance`. Masses are spread over the
four nearest points of a square mesh, the mesh is convolved with the force of a unit
mass, and each node reads its force back from the same four points (the
particle-mesh method of Hockney & Eastwood 1988). Within a cell forces are smoothed.

Measured beside it: networkx's forceatlas2_layout takes 8 s for 1,000 nodes and goes by
the square.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import fft  # type: ignore[import-untyped]

Floats = NDArray[np.float64]


class Mesh:
    """A square mesh of `points` by `points`, laid over the nodes anew at each call."""

    def __init__(self, points: int) -> None:
        """Prepare the force of a unit mass at every offset on the mesh."""
        self.points = points
        # Twice the size, so that the convolution does not wrap around.
        offset = np.concatenate([np.arange(points), np.arange(-points, 0)])
        x, y = offset[:, None], offset[None, :]
        square = np.maximum(x * x + y * y, 1)
        self._kernels = [fft.rfft2(x / square), fft.rfft2(y / square)]

    def forces(self, places: Floats, masses: Floats) -> Floats:
        """Return the push on each node; `places` and the answer are (nodes, 2).

        A node of twice the mass pushes, and is pushed, twice as much.
        """
        low = places.min(axis=0)
        extent = float((places.max(axis=0) - low).max()) or 1.0
        cell = extent / (self.points - 2)
        scaled = (places - low) / cell
        corner = scaled.astype(np.int64)
        part = scaled - corner
        points, shares = self._spread(corner, part)
        mesh = np.bincount(
            points.ravel(), (shares * masses).ravel(), minlength=self.points**2
        ).reshape(self.points, self.points)
        spectrum = fft.rfft2(mesh, s=(2 * self.points, 2 * self.points))
        pushes = []
        for kernel in self._kernels:
            field = fft.irfft2(spectrum * kernel)[: self.points, : self.points]
            pushes.append((field.ravel()[points] * shares).sum(axis=0) * masses / cell)
        return np.stack(pushes, axis=1)

    def _spread(
        self, corner: NDArray[np.int64], part: Floats
    ) -> tuple[NDArray[np.int64], Floats]:
        """Return four mesh points of each node and its share in each: (4, nodes)."""
        first = corner[:, 0] * self.points + corner[:, 1]
        points = np.stack(
            [
                first,
                first + 1,
                first + self.points,
                first + self.points + 1,
            ]
        )
        x, y = part[:, 0], part[:, 1]
        shares = np.stack([(1 - x) * (1 - y), (1 - x) * y, x * (1 - y), x * y])
        return points, shares
