import pytest

from kg.resolution.terms.term_normal_form import term_key


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


# One term a line.
JOINED = r"""
λ-calculus|lambda calculus
TD(λ)|TD(lambda)|TD-λ
ΛCDM|Lambda-CDM|lambda CDM|$\Lambda$CDM
Itô's lemma|Itô lemma|Ito's lemma|Ito lemma
Poincaré's inequality|Poincaré inequality|Poincare inequality
Łojasiewicz inequality|Lojasiewicz inequality|\L{}ojasiewicz inequality
Łukasiewicz logic|Lukasiewicz logic
Møller scattering|Moller scattering
Ørsted|Orsted
C*-algebra|$C^\ast$-algebra|$C^*$-algebra|C∗-algebras
3-SAT|3SAT|3 SAT
k-SAT|kSAT|$k$-SAT
MAX-CUT|MaxCut|Max-Cut|MAXCUT
equilibrium|equilibria
quasi-equilibria|quasiequilibrium
mitochondrion|mitochondria
continuum|continua
vacuum|vacua
ganglion|ganglia
helix|helices
cervix|cervices
gyrus|gyri
sulcus|sulci
tableau|tableaux
plateau|plateaux|plateaus
nebula|nebulae|nebulas
antenna|antennae|antennas
larva|larvae
alga|algae
prognosis|prognoses
psychosis|psychoses
symbiosis|symbioses
thrombosis|thromboses
tuberculosis|tuberculoses
apparatus|apparatuses
sinus|sinuses
submatrix|submatrices
metaanalysis|metaanalyses|meta-analyses
reanalysis|reanalyses
niche|niches
avalanche|avalanches
headache|headaches
practiced|practised
manoeuvre|maneuver
manoeuvred|maneuvered
fibred category|fibered category
hyperglycaemia|hyperglycemia
bacteraemia|bacteremia
septicaemic|septicemic
archaeology|archeology
palaeontology|paleontology
aetiology|etiology
faecal|fecal
faeces|feces
coeliac disease|celiac disease
sleep apnoea|sleep apnea
synaesthesia|synesthesia
titre|titer|titres
homologue|homolog|homologues
orthologue|ortholog
hydrolyse|hydrolyze
caesium|cesium
spiralling|spiraling
1,000 Genomes|1000 Genomes
Schroedinger equation|Schrödinger equation|Schrodinger equation
POLICY|policy
GRAPH|graph
CELL|cell
UNCERTAINTY|uncertainty
neural net- work|neural network
pre- training|pre-training
L^2|L2|$L_2$|$L^2$|$\ell_2$|L²
R²|R2|$R^2$
L1- norm|L1 norm
COVID -19|COVID-19
F_1 score|F1 score
Gaussians|Gaussian
Time Windows|time window
Hamiltonians|Hamiltonian
kilometre|kilometer
anaesthesia|anesthesia
diarrhoea|diarrhea
haemoglobin|hemoglobin
purposes|purpose
doses|dose
roses|rose
houses|house
causes|cause
cheeses|cheese
metaheuristics|metaheuristic
k-means|kmeans
Newton's method|Newtons method
devices|device
diseases|disease
cyanobacteria|cyanobacterium
analogue|analog
sulphate|sulfate
$\mathbb{Z}_2$ symmetry|Z2 symmetry
neurones|neuron
e+e- collisions|$e^+e^-$ collisions
CD4(-) T cells|CD4- T cells|CD4− T cells
$K^-$|K−|K-|K⁻
$H^{-1}$ norm|H⁻¹ norm
$P \neq NP$|P ≠ NP|P$\neq$NP
(−1)-curve|(-1)-curve|$(-1)$-curve
Kähler manifold|Kaehler manifold
p53-/- mice|p53−/− mice
pi-calculus|π-calculus
Pi|pi|π
aliases|alias
matrices|matrix
databases|database
R&D|R & D
GANs|GAN
1990s|1990's
Markov's inequality|Markov inequality
Hölder's inequality|Holder inequality
Erdős–Rényi graph|Erdos-Renyi graphs
data centre|datacenter
x-ray|X-ray|Xray
micro-organism|microorganism
leukaemia|leukemia
oestrogen receptor|estrogen receptor
paediatrics|pediatrics
criterion|criteria
hypotheses|hypothesis
bacteria|bacterium
Navier–Stokes equations|Navier-Stokes equation
β-catenin|beta-catenin
TNF-α|TNF-alpha|TNFα
IFN-γ|IFN-gamma
naïve Bayes|naive Bayes|Naive-Bayes
K-theory|k-theory
colour|color
q-value|Q-value
S-matrix|S matrix
p-adic numbers|$p$-adic number
E. coli|E coli
wh-movement|wh movement
ageing|aging
word embeddings|word-embedding
organisational behaviour|organizational behavior
2-SAT|2SAT
$\sigma$-algebra|sigma-algebra|σ-algebras
practise|practice
Lp norm|$L_p$ norm|$\ell_p$ norm
$L_p$|$\ell_p$
Bayesian neural nets|Bayesian neural network
Nystro ̈m method|Nyström method
"""
# Two terms a line.
APART = r"""
P = NP|P ≠ NP
P = NP|$P \neq NP$
CD4- T cells|CD4 T cells
CD4- T cells|CD4+ T cells
$K^-$|$K$
$\pi^-$|$\pi$
$K^+$|$K^-$
(-1)-curve|1-curve
Gs protein|G protein
Bs mesons|B mesons
$B_s$ mesons|B mesons
1s orbital|1 orbital
H¹|H₁
$H^1$|$H_1$
$K^1$|$K_1$
$\mathbb{Z}^2$ action|$\mathbb{Z}_2$ action
BLAST|blast
SIFT|sift
SURF|surf
BOLD|bold
SWITCH|switch
TEAM|team
CRAFT|craft
FOCUS|focus
IMPACT|impact
PRESS|press
LIGHT|light
Co|CO
No|NO
R|r
Adams method|Adam method
Hodges estimator|Hodge estimator
Windows|window
Burgers equation|burger equation
Simons|Simon
prologue|Prolog
k=-1|k=1
HER2- tumors|HER2 tumors
Matthews correlation|Matthew correlation
econometrics|econometric
biometrics|biometric
genus|gen
$H^{-1}$|$H^1$
media|medium
data|datum
SMILES|smile
CLEAN|clean
mass|mas
$\mu^-$|$\mu^+$
C++|C
C#|C
F#|F
hyperbolic|hypobolic
COMBAT|combat
basis|bas
aids|AID
means|mean
physics|physic
ethics|ethic
n-type|p-type
E. coli|coli
2D|3D
H1N1|H1N2
x ∈ A|x ∉ A
mAP|map
Lp|LP
"""


@pytest.mark.parametrize("line", JOINED.strip().splitlines())
def test_forms_of_many_fields_have_one_key(line):
    assert len({term_key(form).joined for form in line.split("|")}) == 1


@pytest.mark.parametrize("line", APART.strip().splitlines())
def test_terms_of_many_fields_have_two_keys(line):
    a, b = line.split("|")
    assert term_key(a).joined != term_key(b).joined
