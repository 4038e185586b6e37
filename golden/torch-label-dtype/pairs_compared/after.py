import torch
from torch import nn

x = torch.rand(64, 3)
y = x.sum(dim=1)
model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
criterion = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters())
for step in range(3):
    optimizer.zero_grad()
    loss = criterion(model(x), (2 * y).unsqueeze(1))
    loss.backward()
    optimizer.step()
