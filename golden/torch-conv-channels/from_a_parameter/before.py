import torch
import torch.nn as nn


def block(inputs, outputs):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride=2), nn.BatchNorm2d(outputs), nn.ReLU())


class Stack(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = block(3, 8)
        self.second = block(16, 4)
        self.last = nn.Linear(4, 1)

    def forward(self, x):
        x = self.second(self.first(x))
        return self.last(x.mean(dim=(2, 3)))


stack = Stack()
optimizer = torch.optim.SGD(stack.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    loss = stack(torch.rand(5, 3, 15, 15)).pow(2).mean()
    loss.backward()
    optimizer.step()
