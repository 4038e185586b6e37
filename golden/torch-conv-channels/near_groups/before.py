import torch
from torch import nn

depthwise = nn.Sequential(
    nn.Conv2d(6, 6, 3, padding="same", groups=6),
    nn.Conv2d(6, 12, 1),
    nn.PixelShuffle(2),
    nn.Conv2d(3, 1, 3),
)
optimizer = torch.optim.SGD(depthwise.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    depthwise(torch.rand(2, 6, 8, 8)).mean().backward()
    optimizer.step()
