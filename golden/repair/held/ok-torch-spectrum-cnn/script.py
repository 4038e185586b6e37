import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(2)
spectra = torch.rand(90, 200)
mineral = torch.randint(0, 6, (90,))

net = nn.Sequential(
    nn.Unflatten(1, (1, 200)),
    nn.Conv1d(1, 8, 9, stride=2), nn.ReLU(),
    nn.MaxPool1d(4),
    nn.Flatten(),
    nn.Linear(8 * 24, 32), nn.ReLU(),
    nn.Linear(32, 6),
)
loss_fn = nn.CrossEntropyLoss(label_smoothing=0.1)
opt = torch.optim.Adam(net.parameters())
sched = torch.optim.lr_scheduler.StepLR(opt, 2)

for epoch in range(4):
    total = 0
    for x, y in DataLoader(TensorDataset(spectra, mineral), batch_size=18, shuffle=True):
        opt.zero_grad()
        loss = loss_fn(net(x), y)
        loss.backward()
        opt.step()
        total += loss.item() * len(x)
    sched.step()
    print(epoch, total / 90)
