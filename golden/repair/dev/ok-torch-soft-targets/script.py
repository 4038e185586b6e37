import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset


class Distill(Dataset):
    """Pictures and the probabilities of the big network (float targets on purpose)."""

    def __init__(self, n=60):
        self.img = np.random.rand(n, 3, 24, 24).astype(np.float32)
        self.teacher = np.random.dirichlet(np.ones(5), n).astype(np.float32)

    def __len__(self):
        return len(self.img)

    def __getitem__(self, k):
        return self.img[k], self.teacher[k]


class Student(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = torch.nn.Conv2d(3, 8, 5, stride=2)
        self.pool = torch.nn.AdaptiveAvgPool2d(3)
        self.fc = torch.nn.Linear(72, 5)

    def forward(self, x):
        return self.fc(torch.flatten(self.pool(F.relu(self.conv(x))), 1))


if __name__ == "__main__":
    student = Student()
    sgd = torch.optim.SGD(student.parameters(), lr=0.05)
    for epoch in range(2):
        for img, t in DataLoader(Distill(), batch_size=12):
            loss = F.cross_entropy(student(img), t)
            sgd.zero_grad()
            loss.backward()
            sgd.step()
        print(epoch, round(loss.item(), 4))
