import torch
from torch import nn

# MSELoss takes integers as they are.
x = torch.randn(30, 4)
counts = torch.randint(0, 9, (30, 1))
model = nn.Linear(4, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
for _ in range(3):
    optimizer.zero_grad()
    nn.MSELoss()(model(x), counts).backward()
    optimizer.step()
