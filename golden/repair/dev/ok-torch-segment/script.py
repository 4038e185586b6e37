import torch
from torch import nn

torch.manual_seed(1)
x = torch.rand(24, 1, 32, 32)
mask = (x[:, 0] > 0.6).long() + (x[:, 0] > 0.9).long()    # (n, h, w), classes 0 1 2

net = nn.Sequential(
    nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(),
    nn.Conv2d(8, 8, 3, padding=1), nn.ReLU(),
    nn.Conv2d(8, 3, 1),
)
opt = torch.optim.Adam(net.parameters(), 1e-2)
ce = nn.CrossEntropyLoss(weight=torch.tensor([0.2, 1.0, 2.0]))
for epoch in range(3):
    for xb, mb in zip(x.split(6), mask.split(6)):
        loss = ce(net(xb), mb)
        opt.zero_grad()
        loss.backward()
        opt.step()
    print(epoch, loss.item())
