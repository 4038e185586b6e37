import torch
from torch import nn

# One class for each pixel: labels (n, h, w) against scores (n, classes, h, w).
model = nn.Conv2d(3, 5, 3, padding=1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    scores = model(torch.rand(2, 3, 8, 8))
    nn.CrossEntropyLoss()(scores, torch.randint(0, 5, (2, 8, 8))).backward()
    optimizer.step()
