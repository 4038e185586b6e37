"""Morphology of SDSS galaxies from the u, g, r, i, z bands."""
import torch
import torch.nn as nn
from torch.utils.data import DataLoader, Dataset


class Cutouts(Dataset):
    def __init__(self, n, size=33):
        g = torch.Generator().manual_seed(n)
        self.label = torch.randint(0, 3, (n,), generator=g)
        self.cube = torch.randn(n, 5, size, size, generator=g) + self.label[:, None, None, None]

    def __len__(self):
        return len(self.label)

    def __getitem__(self, i):
        return self.cube[i], self.label[i]


class GalaxyNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 16, kernel_size=5, stride=2), nn.ReLU(inplace=True),
            nn.Conv2d(16, 32, kernel_size=3), nn.ReLU(inplace=True),
            nn.AdaptiveAvgPool2d(1),
        )
        self.classifier = nn.Linear(32, 3)

    def forward(self, x):
        return self.classifier(self.features(x).flatten(1))


loader = DataLoader(Cutouts(60), batch_size=12, shuffle=True)
net = GalaxyNet()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)

for epoch in range(2):
    running = 0.0
    for inputs, labels in loader:
        optimizer.zero_grad()
        loss = criterion(net(inputs), labels)
        loss.backward()
        optimizer.step()
        running += loss.item()
    print(f"[{epoch + 1}] loss: {running / len(loader):.3f}")
