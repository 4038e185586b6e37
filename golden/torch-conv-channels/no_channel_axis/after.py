import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


class Waves(Dataset):
    def __init__(self, count):
        self.start = torch.rand(count)

    def __len__(self):
        return len(self.start)

    def __getitem__(self, index):
        t = torch.linspace(0, 1, 16)
        return t, torch.rand(1)


class Filter(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(1, 3, 5)
        self.out = nn.Linear(3, 1)

    def forward(self, signal):
        return self.out(torch.relu(self.conv(signal.unsqueeze(1))).mean(dim=2))


model = Filter()
optimizer = torch.optim.Adam(model.parameters())
loss_of = nn.MSELoss()
for signal, level in DataLoader(Waves(32), batch_size=8):
    optimizer.zero_grad()
    loss_of(model(signal), level).backward()
    optimizer.step()
