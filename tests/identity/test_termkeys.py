import pytest

from kg.identity.termkeys import term_key


@pytest.mark.parametrize(
    "forms",
    [
        ["mean field", "mean-field", "meanfield", "Mean-Field"],
        ["optimisation", "Optimization"],
        ["analysis", "analyses"],
        ["GAN", "GANs", "GAN's", "gans"],
        [r"$\ell_1$ norm", "ℓ1 norm", "L1 norm", "l_1-norm"],
        ["ε-greedy", r"$\epsilon$-greedy", r"$\varepsilon$-greedy", "epsilon-greedy"],
        ["neural networks", "Neural Network", "neural net- works", "NEURAL NETWORKS"],
        ["Newton's method", "Newton method", "Newton’s methods"],
        ["topic modelling", "topic modeling"],
        ["i.i.d.", "IID", "iid"],
        ["nearest neighbours", "nearest neighbor"],
        ["labelled data", "labeled data"],
        ["implicit bias", "implicit biases"],
        ["matrix", "matrices"],
        ["ADAM", "Adam"],
        ["LASSO", "lasso", "Lasso"],
        ["GPT-2", "GPT2", "GPT 2"],
        ["regularised loss", "regularized losses"],
        ["multi-armed bandits", "multiarmed bandit"],
        ["non-convex", "nonconvex", "non convex"],
        ["policy", "policies"],
        ["Rényi entropy", "Renyi entropy", r"R\'enyi entropy"],
        ["R²", "R2", "$R^2$"],
        ["β-VAE", "beta-VAE"],
        ["data set", "datasets"],
        ["behavioural cloning", "behavioral cloning"],
        ["centred kernel", "centered kernel"],
        ["overparametrized model", "over-parameterised models"],
        ["vertex", "vertices"],
        ["phenomenon", "phenomena"],
        ["k-means", "K-means"],
        ["fibre bundles", "fiber bundle"],
    ],
)
def test_variants_have_one_key(forms):
    assert len({term_key(form).joined for form in forms}) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("convex", "non-convex"),
        ("upper bound", "lower bound"),
        ("supervised learning", "unsupervised learning"),
        ("underfitting", "overfitting"),
        ("SVM", "SVD"),
        ("L1", "L2"),
        (r"$\ell_1$", r"$\ell_\infty$"),
        ("GPT-2", "GPT-3"),
        ("GPT-3", "GPT-3.5"),
        ("GPT-3.5", "GPT-35"),
        ("discrete", "continuous"),
        ("MAP", "map"),
        ("MAP estimation", "map estimation"),
        ("BraIN", "brain"),
        ("BaNKs", "banks"),
        ("GPS", "GPs"),
        ("AIDS", "AID"),
        ("k-means", "k-means++"),
        ("C", "C++"),
        ("A*", "A"),
        ("statistics", "statistic"),
        ("dynamics", "dynamic"),
        ("Bayes", "Baye"),
        ("lens", "len"),
        ("news", "new"),
        ("1 1", "11"),
        ("symmetric", "asymmetric"),
        ("parametric", "nonparametric"),
        ("1-Lipschitz", "2-Lipschitz"),
        ("loss", "los"),
        ("two-layer network", "three-layer network"),
        ("$\\alpha$-divergence", "$\\beta$-divergence"),
    ],
)
def test_what_only_looks_alike_has_two_keys(a, b):
    assert term_key(a).joined != term_key(b).joined


@pytest.mark.parametrize("odd", ["", " ", "$", "---", "\\", "()", "\x00", "王伟"])
def test_a_name_without_words_has_a_key_too(odd):
    assert isinstance(term_key(odd).joined, str)
