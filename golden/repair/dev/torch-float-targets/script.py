import io

import pandas as pd
import torch
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset, random_split

TEXT = "acid,sugar,alcohol,ph,quality\n" + "\n".join(
    f"{7 + i % 5 * 0.3:.1f},{1.9 + i % 7:.1f},{9 + i % 4},{3.1 + i % 3 * 0.1:.2f},{i % 4}" for i in range(96)
)
frame = pd.read_csv(io.StringIO(TEXT))
features = torch.from_numpy(frame.drop(columns="quality").to_numpy(dtype="float32"))
features = (features - features.mean(0)) / features.std(0)
targets = torch.from_numpy(frame["quality"].to_numpy(dtype="float32"))

train_set, test_set = random_split(TensorDataset(features, targets), [80, 16])


class WineNet(nn.Module):
    def __init__(self, n_in=4, n_out=4):
        super().__init__()
        self.fc1 = nn.Linear(n_in, 24)
        self.bn = nn.BatchNorm1d(24)
        self.fc2 = nn.Linear(24, n_out)

    def forward(self, x):
        return self.fc2(torch.relu(self.bn(self.fc1(x))))


model = WineNet()
loss_fn = nn.CrossEntropyLoss()
optimizer = optim.AdamW(model.parameters(), lr=0.01)

for epoch in range(3):
    model.train()
    for x, t in DataLoader(train_set, batch_size=16, shuffle=True):
        optimizer.zero_grad()
        loss = loss_fn(model(x), t)
        loss.backward()
        optimizer.step()
    model.eval()
    with torch.no_grad():
        hits = sum((model(x).argmax(1) == t).sum().item() for x, t in DataLoader(test_set, 16))
    print(f"epoch {epoch}: {hits}/16 right")
