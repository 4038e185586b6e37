import io

import numpy as np
import pandas as pd
import torch
from torch import nn
from torch.utils.data import TensorDataset, DataLoader
from sklearn.preprocessing import StandardScaler

rng = np.random.RandomState(4)
csv = pd.DataFrame({'income': rng.lognormal(10, 0.4, 256), 'debt': rng.lognormal(8, 1.0, 256),
                    'years_employed': rng.randint(0, 30, 256)})
csv['default'] = (csv['debt'] / csv['income'] > 0.15).astype(int)
handle = io.StringIO(csv.to_csv(index=False))

loans = pd.read_csv(handle)
features = StandardScaler().fit_transform(loans.drop('default', axis=1))
X = torch.tensor(features, dtype=torch.float32)
y = torch.tensor(loans['default'].values, dtype=torch.float32)

train_dl = DataLoader(TensorDataset(X, y), batch_size=32, shuffle=True)
model = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 1))
loss_fn = nn.BCEWithLogitsLoss()
opt = torch.optim.AdamW(model.parameters(), lr=0.01)

for epoch in range(4):
    model.train()
    for xb, yb in train_dl:
        pred = model(xb)
        loss = loss_fn(pred, yb)
        loss.backward()
        opt.step()
        opt.zero_grad()
    print(epoch, loss.item())
