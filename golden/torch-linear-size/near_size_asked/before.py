import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Net(nn.Module):
    def __init__(self, sample):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        with torch.no_grad():
            size = self.conv(sample).flatten(1).shape[1]
        self.fc = nn.Linear(size, 2)

    def forward(self, x):
        return self.fc(self.conv(x).flatten(1))


data = TensorDataset(torch.rand(12, 1, 7, 9), torch.randint(0, 2, (12,)))
model = Net(data[0][0].unsqueeze(0))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for x, y in DataLoader(data, batch_size=4):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(x), y).backward()
    optimizer.step()
