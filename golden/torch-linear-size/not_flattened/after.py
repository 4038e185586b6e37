import torch
from torch import nn

mlp = nn.Sequential(
    nn.Linear(12 * 12, 20),
    nn.ReLU(),
    nn.Linear(20, 4),
)
cnn = nn.Sequential(
    nn.Conv2d(1, 3, 3),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(75, 4),
)
images = torch.rand(30, 1, 12, 12)
labels = torch.randint(0, 4, (30,))
for model in (mlp, cnn):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        nn.CrossEntropyLoss()(model(images.flatten(1)), labels).backward()
        optimizer.step()
