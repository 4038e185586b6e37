import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x = torch.rand(40, 3)
y = x.mean(dim=1)
model = nn.Linear(3, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for features, target in DataLoader(TensorDataset(x, y), batch_size=10):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(features).squeeze(), target)
    loss = loss + nn.functional.l1_loss(model(features), target.view(-1, 1))
    loss = loss + nn.SmoothL1Loss()(model(features)[:, 0], target)
    loss.backward()
    optimizer.step()
