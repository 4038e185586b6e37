import numpy as np
import torch
import torch.nn as nn


class RainModel(nn.Module):
    def __init__(self, n_in=4, hidden=20):
        super().__init__()
        self.lstm = nn.LSTM(n_in, hidden, batch_first=True)
        self.head = nn.Linear(hidden, 1)

    def forward(self, x):
        out, _ = self.lstm(x)
        return self.head(out[:, -1]).squeeze(-1)


rng = np.random.default_rng(3)
obs = rng.normal(size=(128, 12, 4))
rain = (obs[:, -1, 0] > 0).astype(np.float64)
x = torch.as_tensor(obs, dtype=torch.float32)
y = torch.as_tensor(rain, dtype=torch.float32)

model = RainModel()
criterion = nn.BCEWithLogitsLoss(pos_weight=torch.tensor(1.5))
optim = torch.optim.Adam(model.parameters(), lr=2e-3)

for epoch in range(3):
    for start in range(0, len(x), 32):
        logits = model(x[start:start + 32])
        loss = criterion(logits, y[start:start + 32])
        optim.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optim.step()
    print(f'{epoch}: {loss.item():.4f}')
