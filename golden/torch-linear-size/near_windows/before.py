import torch
from torch import nn

# Each sample is cut into windows on purpose: 4 of 10 numbers.
model = nn.Linear(10, 1)
signal = torch.rand(6, 2, 20)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    model(signal.view(-1, 10)).mean().backward()
    optimizer.step()
