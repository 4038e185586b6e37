import torch
from torch import nn
from torch.nn import functional as F

# CrossEntropyLoss takes probabilities of each class too.
x = torch.randn(30, 4)
soft = torch.softmax(torch.randn(30, 3), dim=1)
hard = F.one_hot(torch.randint(0, 3, (30,)), 3).float()
model = nn.Linear(4, 3)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for target in (soft, hard, soft):
    optimizer.zero_grad()
    F.cross_entropy(model(x), target).backward()
    optimizer.step()
