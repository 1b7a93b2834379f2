"""Short and long forms that a text defines: "support vector machine (SVM)"."""
