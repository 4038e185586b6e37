import numpy as np
import torch
from torch import nn

x = torch.randn(30, 4)
y = torch.from_numpy(np.random.randint(0, 3, 30).astype("float64"))
model = nn.Linear(4, 3)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    nn.CrossEntropyLoss()(model(x), y.long()).backward()
    optimizer.step()
