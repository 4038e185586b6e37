import argparse

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from lenet import LeNet


class Tiles(Dataset):
    """64x64 colour tiles; the label is the darkest quadrant."""

    def __init__(self, n):
        self.x = np.random.rand(n, 3, 64, 64).astype("float32")
        q = self.x.mean(1).reshape(n, 2, 32, 2, 32).mean((2, 4)).reshape(n, 4)
        self.y = q.argmin(1)

    def __len__(self):
        return len(self.x)

    def __getitem__(self, i):
        return torch.from_numpy(self.x[i]), int(self.y[i])


if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("--epochs", type=int, default=2)
    p.add_argument("--lr", type=float, default=0.01)
    args = p.parse_args()

    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = LeNet(4).to(device)
    sgd = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9)
    loss_fn = torch.nn.CrossEntropyLoss()
    for epoch in range(args.epochs):
        for x, y in DataLoader(Tiles(80), batch_size=20):
            x, y = x.to(device), y.to(device)
            loss = loss_fn(model(x), y)
            sgd.zero_grad()
            loss.backward()
            sgd.step()
        print("epoch", epoch, "loss", float(loss))
