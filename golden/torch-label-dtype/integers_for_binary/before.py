import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

rows = np.random.rand(48, 5).astype("float32")
churned = (rows[:, 0] > 0.5).astype(int)
dataset = TensorDataset(torch.from_numpy(rows), torch.from_numpy(churned))
model = nn.Sequential(nn.Linear(5, 6), nn.ReLU(), nn.Linear(6, 1), nn.Sigmoid())
loss_fn = nn.BCELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


def epoch(loader):
    for batch, target in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(batch), target)
        loss.backward()
        optimizer.step()


epoch(DataLoader(dataset, batch_size=12, shuffle=True))
