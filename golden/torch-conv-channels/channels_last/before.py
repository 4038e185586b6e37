import numpy as np
import torch
from torch import nn, optim


class Small(nn.Module):
    def __init__(self, channels, classes):
        super(Small, self).__init__()
        self.features = nn.Sequential(nn.Conv2d(channels, 4, 3), nn.ReLU(), nn.AdaptiveMaxPool2d((1, 1)))
        self.head = nn.Linear(4, classes)

    def forward(self, images):
        found = self.features(images)
        return self.head(found.squeeze(-1).squeeze(-1))


pictures = np.random.rand(20, 10, 10, 3).astype(np.float32)
kinds = np.random.randint(0, 4, size=20)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = Small(channels=3, classes=4).to(device)
sgd = optim.SGD(model.parameters(), lr=0.01)
x = torch.from_numpy(pictures).to(device)
y = torch.from_numpy(kinds).to(device)
for _ in range(3):
    sgd.zero_grad()
    nn.CrossEntropyLoss()(model(x), y).backward()
    sgd.step()
