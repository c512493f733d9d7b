"""5.17: a blurred face is recognised by blurring sharp ones."""

import functools

import numpy as np
from scipy import ndimage

from ... import data, filters
from ...feature import get_face_rectangle
from ..answers import Wrong
from ..compare import Things, one_number
from ..exercise import exercise


def lineup(seed, rightly, sigma):
    """Return a hidden face, and candidates: the one that is nearest before the blur is not the right one."""
    rng = np.random.default_rng(seed)
    group = data.load("group")
    people = [get_face_rectangle(group, one) for one in data.faces("group")]
    faces = [face[:108:2, :108:2, 1] / 255 for face in people]
    faces = [faces[k] for k in rng.permutation(len(faces))][:5]
    hidden = filters.gaussian(faces[rightly], sigma) + rng.normal(0, 0.004, faces[0].shape)
    light = 0.05 if seed < 7 else -0.05
    decoy = np.clip(filters.gaussian(faces[rightly], sigma) + light, 0, 1)  # looks blurred, and is another brightness
    faces[(rightly + 2) % 5] = decoy
    faces[(rightly + 3) % 5] = faces[rightly][:, ::-1]  # the same mean and contrast
    faces[(rightly + 1) % 5] = of_other_strength(faces[rightly], sigma)
    return hidden, faces


def of_other_strength(face, sigma):
    """Return a face that another blur than `sigma` makes like the hidden one: blurred already, or sharpened."""
    if sigma > 3:
        return filters.gaussian(face, sigma)
    return np.clip(face + 1.5 * (face - filters.gaussian(face, sigma)), 0, 1)


@functools.cache
def lineups():
    settings = ((1, 0, 3.0), (2, 3, 4.0), (3, 4, 2.0), (4, 1, 3.5), (5, 3, 2.0), (6, 2, 1.7), (7, 1, 2.5))
    made = [(*lineup(seed, rightly, sigma), sigma) for seed, rightly, sigma in settings]
    return [*made, *(alike_in_part(number) for number in range(3))]


def alike_in_part(number):
    """Return a hidden face, and others; one of them is the same except for a quarter (below, above, right)."""
    hidden, faces = lineup(8 + number, 3, 2.0)
    right, (rows, cols) = faces[3], faces[3].shape
    here = (
        np.s_[: 3 * rows // 4],
        np.s_[rows // 4 :],
        np.s_[:, : 3 * cols // 4],
    )[number]
    false = np.clip(right + 0.3 * np.indices(right.shape)[0 if number < 2 else 1] / rows - 0.15, 0, 1)
    false[here] = right[here]
    return hidden, [false, *faces[:2], right, faces[2]], 2.0


ex = exercise(
    "5.17",
    "Which of them is it?",
    cases=lineups,
    compare=Things(
        lambda given, expected, blurred, candidates, sigma: (
            f"where sigma is {sigma:g}, it is candidate {expected:g}, counted from 0; you say {given:g}."
        ),
        alone=False,
    ),
    hints=(
        "A sharp face and a blurred one differ everywhere. Make them comparable: what can you do to the candidate?",
        "Blur each candidate with the same sigma, and take the mean of the squared differences.",
        "np.argmin([np.mean((filters.gaussian(face, sigma) - blurred) ** 2) for face in candidates]).",
    ),
    right="nobody had to undo the blur: whoever has photographs to compare with repeats it. So it is with blocks; "
    "only paint leaves nothing to compare.",
)


@ex.read
def number_of_a_candidate(given, *case):
    if np.ndim(given) == 2:
        raise Wrong("this is a picture; asked is the number of the candidate, counted from 0.")
    return one_number(given)


@ex.right
def who(blurred, candidates, sigma):
    return np.argmin([np.mean((filters.gaussian(face, sigma) - blurred) ** 2) for face in candidates])


@ex.right
def by_correlation(blurred, candidates, sigma):
    again = [filters.gaussian(face, sigma) for face in candidates]
    return np.argmax([np.corrcoef(blurred.ravel(), face.ravel())[0, 1] for face in again])


def nearest(distance, choose=np.argmin):
    """Return an answer that chooses the candidate by a distance between hidden face and candidate."""
    return lambda blurred, candidates, sigma: int(choose([distance(blurred, face, sigma) for face in candidates]))


def difference(blurred, face, sigma):
    return np.mean((filters.gaussian(face, sigma) - blurred) ** 2)


ex.right(
    nearest(lambda blurred, face, sigma: np.abs(ndimage.gaussian_filter(face, sigma, mode="nearest") - blurred).sum())
)


def after_blur(distance, of_sigma=lambda sigma: sigma):
    """Return an answer that blurs each candidate, and compares it with the hidden face in its own way."""
    return nearest(lambda hidden, face, sigma: distance(filters.gaussian(face, of_sigma(sigma)), hidden))


def far(a, b):
    return np.mean((a - b) ** 2)


@ex.slip(
    "only how bright they are was compared, one number for each face: compare pixel by pixel, and take the mean last."
)
def means_compared(blurred, candidates, sigma):
    return np.argmin([abs(filters.gaussian(face, sigma).mean() - blurred.mean()) for face in candidates])


LEAST_LIKE = "this one is the least like it: take the smallest difference, or the largest correlation."
ex.slip(LEAST_LIKE, nearest(difference, np.argmax))
SHARP = "sharp faces were compared with a blurred one: blur the candidates, and them alone."
ex.slip(SHARP, nearest(lambda hidden, face, sigma: far(face, hidden)))
ex.slip(SHARP, nearest(lambda hidden, face, sigma: -np.corrcoef(face.ravel(), hidden.ravel())[0, 1]))
ex.slip(SHARP, nearest(lambda hidden, face, sigma: far(face, filters.gaussian(hidden, sigma))))
TOO_SHARP = (
    "beside the hidden face the candidates are too sharp still: blur each with the sigma that was given, not less, and "
    "leave the hidden face as it is. It is blurred already."
)
ex.slip(TOO_SHARP, nearest(lambda hidden, face, sigma: difference(filters.gaussian(hidden, sigma), face, sigma)))
ex.slip(TOO_SHARP, after_blur(far, lambda sigma: sigma / 2))
ex.slip(TOO_SHARP, after_blur(far, lambda sigma: 1))
ex.slip(TOO_SHARP, after_blur(far, lambda sigma: 2))
TOO_SOFT = (
    "beside the hidden face the candidates are too soft: blur each once, with the sigma that was given, not more."
)
ex.slip(TOO_SOFT, after_blur(far, lambda sigma: 2 * sigma))
ex.slip(TOO_SOFT, after_blur(far, lambda sigma: 5))
ex.slip("sigma is the standard deviation: blur with it, not with its square.", after_blur(far, lambda sigma: sigma**2))
ex.slip("always the same blur: blur the candidates with the sigma that was given.", after_blur(far, lambda sigma: 3))
ex.slip(
    "another blur: the mean of a window is no Gaussian. Repeat exactly what was done to the face.",
    nearest(lambda hidden, face, sigma: far(ndimage.uniform_filter(face, int(sigma)), hidden)),
)
ex.slip(
    "beyond the border you took black: the Gaussian of the course goes on with the pixels at the edge (mode nearest).",
    nearest(lambda hidden, face, sigma: far(ndimage.gaussian_filter(face, sigma, mode="constant"), hidden)),
)
ex.slip(
    "counted from 1: the first candidate is number 0.",
    lambda blurred, candidates, sigma: who(blurred, candidates, sigma) + 1,
)
ex.slip(
    "counted from the end of the list: the first candidate is number 0.",
    lambda blurred, candidates, sigma: len(candidates) - 1 - who(blurred, candidates, sigma),
)
ex.slip(
    "counted from the end of the list: the first candidate is number 0.",
    lambda blurred, candidates, sigma: who(blurred, candidates, sigma) - len(candidates),
)
ex.slip(
    "this is the difference; asked is the number of the candidate.",
    lambda blurred, candidates, sigma: min(difference(blurred, face, sigma) for face in candidates),
)
ex.slip(
    "this is the second nearest: the least difference has the number 0 among the sorted ones.",
    lambda blurred, candidates, sigma: int(np.argsort([difference(blurred, face, sigma) for face in candidates])[1]),
)
ex.slip(
    "the candidates alone were compared with each other: compare each with the hidden face.",
    nearest(lambda hidden, face, sigma: face.std()),
)
BRIGHTNESS = "this candidate is as bright as a whole, and its pixels lie elsewhere: compare pixel by pixel, each with the one in the same place, and square each difference."
ex.slip(BRIGHTNESS, after_blur(lambda face, hidden: abs(np.mean(face - hidden))))
ex.slip(BRIGHTNESS, nearest(lambda hidden, face, sigma: abs(face.mean() - hidden.mean())))
MIRRORED = "a mirrored face has the same contrast and the same histogram: compare pixel by pixel."
PART = (
    "only a part of the faces was compared, and in the rest of it this candidate is another: take all of their pixels."
)
for part in (
    *(np.s_[:n] for n in (1, 20, 27)),
    *(np.s_[:, :n] for n in (1, 20, 27)),
    np.s_[27:],
    np.s_[27, 27],
):
    ex.slip(PART, after_blur(lambda face, hidden, part=part: far(face[part], hidden[part])))
ex.slip("the hidden face was sharpened: what a blur took cannot be got back. Blur the candidates instead.")(
    nearest(lambda hidden, face, sigma: far(np.clip(2 * hidden - filters.gaussian(hidden, sigma), 0, 1), face))
)
ex.slip(MIRRORED, after_blur(lambda face, hidden: np.abs(np.sort(face, None) - np.sort(hidden, None)).mean()))
ex.slip(MIRRORED, after_blur(lambda face, hidden: abs(face.std() - hidden.std())))
ex.slip(
    "differences above and below 0 cancel: square them, or take their sizes, before the mean.",
    after_blur(lambda face, hidden: np.mean(face - hidden)),
)
ex.slip(
    "the sum of the products is the largest for the brightest face: take the differences.",
    after_blur(lambda face, hidden: -np.sum(face * hidden)),
)
ex.slip(
    "always candidate 0. If you look for one that is equal: none is, for a little noise was added. Take the nearest.",
    lambda blurred, candidates, sigma: 0,
)

ex.wrong("this is a picture", lambda blurred, candidates, sigma: candidates[who(blurred, candidates, sigma)])
ex.wrong("yours is 2 in every call", lambda blurred, candidates, sigma: 2)
ex.wrong("least like it", after_blur(lambda face, hidden: np.corrcoef(face.ravel(), hidden.ravel())[0, 1]))
ex.wrong("expected one number", lambda blurred, candidates, sigma: [who(blurred, candidates, sigma)])
