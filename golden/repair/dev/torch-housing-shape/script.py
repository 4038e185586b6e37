import torch
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import StandardScaler

torch.manual_seed(0)
d = load_diabetes()
X = torch.from_numpy(StandardScaler().fit_transform(d.data).astype("float32"))
y = torch.tensor((d.target - d.target.mean()) / d.target.std(), dtype=torch.float32)

model = torch.nn.Sequential(
    torch.nn.Linear(10, 64),
    torch.nn.ReLU(),
    torch.nn.Linear(64, 1),
)
loss_fn = torch.nn.MSELoss(reduction='mean')
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)

batch = 34
for t in range(20):
    perm = torch.randperm(len(X))
    for i in range(0, len(X), batch):
        idx = perm[i:i + batch]
        y_pred = model(X[idx])
        loss = loss_fn(y_pred, y[idx])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    if t % 5 == 4:
        print(t, loss.item())
