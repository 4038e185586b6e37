# HTRU2 pulsar candidates, 8 statistics + class in one text file
import os
import tempfile
import numpy as np
import torch
import torch.nn as nn

path = os.path.join(tempfile.mkdtemp(), 'HTRU_2.csv')
r = np.random.RandomState(1)
stats = r.randn(200, 8)
np.savetxt(path, np.column_stack([stats, stats[:, 0] + stats[:, 3] > 0.5]), delimiter=',', fmt='%.4f')

data = np.loadtxt(path, delimiter=',')
X = torch.from_numpy(data[:, :8]).float()
y = torch.from_numpy(data[:, 8])
n = int(0.8 * len(X))

device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
mlp = nn.Sequential(
    nn.Linear(8, 24),
    nn.BatchNorm1d(24),
    nn.ReLU(),
    nn.Linear(24, 2),
).to(device)
crit = nn.CrossEntropyLoss()
optimizer = torch.optim.RMSprop(mlp.parameters(), lr=3e-3)

for step in range(30):
    batch = torch.randint(0, n, (40,))
    xb, yb = X[batch].to(device), y[batch].to(device)
    out = mlp(xb)
    loss = crit(out, yb)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

mlp.eval()
with torch.no_grad():
    acc = (mlp(X[n:].to(device)).argmax(1) == y[n:].to(device)).float().mean()
print('accuracy %.3f' % acc.item())
