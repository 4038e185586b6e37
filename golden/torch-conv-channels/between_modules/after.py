import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

WIDTH = 8

encoder = nn.Sequential(
    nn.Conv2d(3, WIDTH, 3, padding=1),
    nn.BatchNorm2d(8),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(8, 4, 1),
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(4, 2),
)
data = TensorDataset(torch.randn(24, 3, 8, 8), torch.randint(0, 2, (24,)))
loader = DataLoader(data, batch_size=6, shuffle=True)
criterion = nn.CrossEntropyLoss()
adam = torch.optim.Adam(encoder.parameters())
for step, (pixels, classes) in enumerate(loader):
    adam.zero_grad()
    criterion(encoder(pixels), classes).backward()
    adam.step()
