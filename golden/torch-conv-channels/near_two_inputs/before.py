import torch
from torch import nn


class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.colour = nn.Conv2d(3, 4, 3)
        self.depth = nn.Conv2d(1, 4, 3)

    def forward(self, x):
        branch = self.colour if x.shape[1] == 3 else self.depth
        return branch(x).mean(dim=(1, 2, 3))


model = Two()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for channels in [3, 1, 3]:
    optimizer.zero_grad()
    model(torch.rand(2, channels, 6, 6)).sum().backward()
    optimizer.step()
