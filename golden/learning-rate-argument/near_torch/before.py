import torch
from torch.optim import Adam

net = torch.nn.Linear(3, 1)
optimizer = Adam(net.parameters(), lr=0.01)
x, y = torch.rand(8, 3), torch.rand(8, 1)
for _ in range(2):
    optimizer.zero_grad()
    loss = torch.nn.functional.mse_loss(net(x), y)
    loss.backward()
    optimizer.step()
