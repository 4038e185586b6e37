import torch
from torch import nn

# A single image has no batch axis: its first axis are the channels.
image = torch.rand(3, 12, 12)
model = nn.Sequential(nn.Conv2d(3, 2, 3), nn.Tanh())
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    model(image).mean().backward()
    optimizer.step()
