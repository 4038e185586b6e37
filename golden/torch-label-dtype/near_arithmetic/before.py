import torch
from torch import nn

# An integer tensor times a Python float is float32 in PyTorch.
x = torch.randn(30, 4)
smooth = torch.randint(0, 2, (30, 1)) * 0.9 + 0.05
half = torch.randint(0, 2, (30, 1)) / 2
model = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for target in (smooth, half, smooth):
    optimizer.zero_grad()
    nn.BCELoss()(model(x), target).backward()
    optimizer.step()
