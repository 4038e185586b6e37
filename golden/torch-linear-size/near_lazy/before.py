import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(2, 3, 3), nn.Flatten(), nn.LazyLinear(8), nn.GELU(), nn.Linear(8, 1))
model(torch.rand(1, 2, 6, 6))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    model(torch.rand(4, 2, 6, 6)).mean().backward()
    optimizer.step()
