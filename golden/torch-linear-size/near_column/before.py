import torch
from torch import nn

x = torch.linspace(-1, 1, 40)
y = x.pow(2)
model = nn.Sequential(nn.Linear(1, 8), nn.Tanh(), nn.Linear(8, 1))
optimizer = torch.optim.Adam(model.parameters())
for _ in range(3):
    optimizer.zero_grad()
    nn.functional.mse_loss(model(x[:, None]), y.unsqueeze(1)).backward()
    optimizer.step()
