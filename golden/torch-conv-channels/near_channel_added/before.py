import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

digits = np.random.rand(30, 8, 8).astype("float32")
targets = np.random.randint(0, 10, 30)
x = torch.tensor(digits).unsqueeze(1)
y = torch.tensor(targets, dtype=torch.long)
model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 6 * 6, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for images, labels in DataLoader(TensorDataset(x, y), batch_size=10):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(images), labels).backward()
    optimizer.step()
