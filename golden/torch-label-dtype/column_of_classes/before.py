import torch
from torch import nn, optim
from torch.utils.data import DataLoader, Dataset


class Points(Dataset):
    def __init__(self, n):
        self.points = torch.randn(n, 2)
        self.kinds = torch.randint(0, 4, (n, 1))

    def __len__(self):
        return len(self.points)

    def __getitem__(self, index):
        return self.points[index], self.kinds[index]


net = nn.Linear(2, 4)
sgd = optim.SGD(net.parameters(), lr=0.1)
for points, kinds in DataLoader(Points(20), batch_size=5):
    sgd.zero_grad()
    loss = nn.functional.nll_loss(
        torch.log_softmax(net(points), dim=1),
        kinds,
    )
    loss.backward()
    sgd.step()
