import torch
from torch import optim
import torch.nn.functional as F

from net import Net


def train(model, data, target, epochs=3, batch=16):
    opt = optim.Adam(model.parameters(), lr=1e-3)
    model.train()
    for ep in range(epochs):
        perm = torch.randperm(len(data))
        for i in range(0, len(data), batch):
            idx = perm[i:i + batch]
            opt.zero_grad()
            loss = F.cross_entropy(model(data[idx]), target[idx])
            loss.backward()
            opt.step()
        print('Epoch', ep, 'loss', float(loss))


# house numbers, cropped a bit wider than in the tutorial
torch.manual_seed(0)
crops = torch.rand(64, 3, 48, 48)
digits = torch.randint(0, 10, (64,))
train(Net(), crops, digits)
