import numpy as np
import torch
from torch import nn

x = torch.rand(10, 2)
p = np.random.rand(10, 1)
model = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    nn.BCELoss()(model(x), torch.from_numpy(p)).backward()
    optimizer.step()
