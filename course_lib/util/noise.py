"""Noise to practise on: the errors that sensors, counting and transmission leave in a picture."""

import numpy as np

from ..base.checks import check_array
from ..base.dtype import as_float, float_dtype
from ..base.parameters import check_number, check_positive

# what each kind of noise takes, with scikit-image's defaults
_PARAMETERS = {
    "gaussian": {"mean": 0.0, "var": 0.01},
    "localvar": {"local_vars": 0.01},
    "poisson": {},
    "salt": {"amount": 0.05},
    "pepper": {"amount": 0.05},
    "s&p": {"amount": 0.05, "salt_vs_pepper": 0.5},
    "speckle": {"mean": 0.0, "var": 0.01},
}


def random_noise(image, mode="gaussian", rng=None, clip=True, **kwargs):
    """Add random noise of one kind to a picture.

    gaussian: g = f + n; speckle: g = f + f n, with n ~ N(mean, var); poisson: g = Poisson(v f) / v;
    salt, pepper and s&p: a share `amount` of the values becomes 1 or the least value.

    Parameters
    ----------
    image : array of any shape
        Integers are scaled to [0, 1] or [-1, 1] first; floats keep their values.
    mode : {"gaussian", "localvar", "poisson", "salt", "pepper", "s&p", "speckle"}
        The kind of noise.
    rng : None, int or numpy.random.Generator
        Where the random numbers come from. An int makes the result repeatable.
    clip : bool
        Whether to cut the result to [0, 1] ([-1, 1] if the picture has negative values).
    mean, var : float
        Of the Gaussian and speckle noise: 0 and 0.01, a standard deviation of 0.1.
    local_vars : array
        For "localvar": the variance at each pixel, over 0; 0.01 everywhere if left out.
    amount : float in [0, 1]
        For salt, pepper and s&p: the share of values to replace, 0.05.
    salt_vs_pepper : float in [0, 1]
        For s&p: the share of salt among them, 0.5.

    Returns
    -------
    array of floats, same shape
        float32 for float32 and float16 pictures, else float64.

    Raises
    ------
    ValueError
        For a mode, parameter or value that this kind of noise does not know.
    TypeError
        For a parameter that is no number.

    Notes
    -----
    The same `rng` draws the same numbers as scikit-image's function. Poisson noise counts photons: v is
    the number of distinct values in the picture, rounded up to a power of two. Colour channels get noise
    of their own. scikit-image returns float64 for some float32 pictures; the values are the same.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed. (2018), section 5.2, "Noise models".

    Examples
    --------
    >>> random_noise(np.full((2, 3), 0.5), rng=1).round(2)
    array([[0.53, 0.58, 0.53],
           [0.37, 0.59, 0.54]])
    """
    image = check_array(image)
    mode, parameters = _checked_parameters(mode, kwargs, image.shape)
    lowest = -1.0 if image.min() < 0 else 0.0
    noisy = _NOISES[mode](as_float(image), np.random.default_rng(rng), lowest, **parameters)
    if clip:
        np.clip(noisy, lowest, 1.0, out=noisy)
    return noisy.astype(float_dtype(image.dtype), copy=False)


def _gaussian(image, rng, lowest, mean, var):
    noise = rng.normal(mean, var**0.5, image.shape)
    return np.add(image, noise, out=noise)


def _speckle(image, rng, lowest, mean, var):
    noise = rng.normal(mean, var**0.5, image.shape)
    noise *= image
    return np.add(image, noise, out=noise)


def _localvar(image, rng, lowest, local_vars):
    noise = rng.normal(0, local_vars**0.5, image.shape)
    return np.add(image, noise, out=noise)


def _poisson(image, rng, lowest):
    image = image.astype(float, copy=False)
    photons = 2 ** np.ceil(np.log2(len(np.unique(image))))  # that the value 1 stands for
    if image.min() < lowest or image.max() * photons > 1e15:
        raise ValueError(
            f"Poisson noise counts photons: it needs values of about [0, 1] or [-1, 1], got {image.min():g} to "
            f"{image.max():g}; scale the picture first, for example with exposure.rescale_intensity"
        )
    if lowest == 0:
        return rng.poisson(image * photons) / photons
    span = image.max() - lowest or 1.0  # a count cannot be negative: move to [0, 1] and back
    return rng.poisson((image - lowest) / span * photons) / photons * span + lowest


def _salt_and_pepper(image, rng, lowest, amount, salt_vs_pepper):
    hit = _chosen(amount, image.shape, rng)
    salted = _chosen(salt_vs_pepper, image.shape, rng)
    noisy = image.copy()
    np.copyto(noisy, 1.0, where=hit & salted)
    np.copyto(noisy, lowest, where=hit & ~salted)
    return noisy


def _salt(image, rng, lowest, amount):
    return _salt_and_pepper(image, rng, lowest, amount, 1.0)


def _pepper(image, rng, lowest, amount):
    return _salt_and_pepper(image, rng, lowest, amount, 0.0)


def _chosen(share, shape, rng):
    """Return a mask in which each pixel is True with the probability `share`."""
    if share in (0, 1):  # no numbers are drawn for what is certain
        return np.full(shape, bool(share))
    return rng.random(shape) <= share


_NOISES = {
    "gaussian": _gaussian,
    "localvar": _localvar,
    "poisson": _poisson,
    "salt": _salt,
    "pepper": _pepper,
    "s&p": _salt_and_pepper,
    "speckle": _speckle,
}


def _checked_parameters(mode, given, shape):
    """Return the mode's name and all of its parameters, or say what is wrong with those given."""
    name = mode.lower() if isinstance(mode, str) else None
    if name not in _PARAMETERS:
        raise ValueError(f"unknown noise {mode!r}; choose one of {', '.join(_PARAMETERS)}")
    for key in given:
        if key not in _PARAMETERS[name]:
            takes = ", ".join(_PARAMETERS[name]) or "no parameters"
            raise ValueError(f"{name} noise does not take {key}; it takes {takes}")
    parameters = {**_PARAMETERS[name], **given}
    for key in ("mean", "var", "amount", "salt_vs_pepper"):
        if key in parameters:
            parameters[key] = check_number(key, parameters[key])
    for key in ("amount", "salt_vs_pepper"):
        if not 0 <= parameters.get(key, 0) <= 1:
            raise ValueError(f"{key} is a share from 0 to 1, got {parameters[key]}")
    if parameters.get("var", 0) < 0:
        raise ValueError(f"var is a variance, 0 or more, got {parameters['var']}")
    if "local_vars" in parameters:
        parameters["local_vars"] = _checked_variances(parameters["local_vars"], shape)
    return name, parameters


def _checked_variances(variances, shape):
    if np.ndim(variances) == 0:
        return check_positive("local_vars", variances)
    variances = check_array(variances, "local_vars").astype(float)
    if variances.shape != shape:
        raise ValueError(f"local_vars needs the picture's shape {shape}, got {variances.shape}")
    if not (variances > 0).all():
        raise ValueError(f"local_vars are variances: every value must be over 0, the least here is {variances.min()}")
    return variances
