package co.anb.showcase.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of sources, read by the compiler's own parser. */
final class Javadocs {

  private final Map<String, Doc> docs = new HashMap<>();

  private Javadocs() {}

  /**
   * Reads all sources below a folder.
   *
   * @throws IOException if they cannot be read
   */
  static Javadocs of(Path sources) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(sources)) {
      files = tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    var javadocs = new Javadocs();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        String packageName = String.valueOf(unit.getPackageName());
        javadocs.new Reader(packageName).scan(unit, trees);
      }
    }
    return javadocs;
  }

  /** What is said of a type. */
  Doc ofType(String binaryName) {
    return docs.getOrDefault(binaryName, Doc.NONE);
  }

  /** What is said of a method; of several with one name, the first. */
  Doc ofMethod(String binaryName, String method) {
    return docs.getOrDefault(binaryName + "#" + method, Doc.NONE);
  }

  /** What is said of a field. */
  Doc ofField(String binaryName, String field) {
    return docs.getOrDefault(binaryName + "." + field, Doc.NONE);
  }

  private final class Reader extends TreePathScanner<Void, DocTrees> {

    private String type;

    Reader(String packageName) {
      this.type = packageName;
    }

    @Override
    public Void visitClass(ClassTree tree, DocTrees trees) {
      String outer = type;
      boolean topLevel = getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
      type = outer + (topLevel ? "." : "$") + tree.getSimpleName();
      keep(type, trees);
      super.visitClass(tree, trees);
      type = outer;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, DocTrees trees) {
      keep(type + "#" + tree.getName(), trees);
      return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, DocTrees trees) {
      keep(type + "." + tree.getName(), trees);
      return null;
    }

    private void keep(String name, DocTrees trees) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        docs.putIfAbsent(name, doc(comment));
      }
    }
  }

  private static Doc doc(DocCommentTree comment) {
    String summary = text(comment.getFirstSentence());
    Map<String, String> params = new LinkedHashMap<>();
    String returns = "";
    for (DocTree tag : comment.getBlockTags()) {
      if (tag instanceof ParamTree param) {
        params.put(param.getName().toString(), text(param.getDescription()));
      } else if (tag instanceof ReturnTree returned) {
        returns = text(returned.getDescription());
      }
    }
    return new Doc(
        summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary,
        text(comment.getBody()),
        params,
        returns);
  }

  private static String text(List<? extends DocTree> trees) {
    var text = new StringBuilder();
    for (DocTree tree : trees) {
      if (tree instanceof TextTree plain) {
        text.append(plain.getBody());
      } else if (tree instanceof LiteralTree literal) {
        text.append(literal.getBody().getBody());
      } else if (tree instanceof LinkTree link) {
        text.append(
            link.getLabel().isEmpty() ? link.getReference().toString() : text(link.getLabel()));
      } else if (tree instanceof EntityTree entity) {
        text.append(character(entity));
      } else if (tree instanceof StartElementTree) {
        text.append(' ');
      }
    }
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  private static String character(EntityTree entity) {
    return switch (entity.getName().toString()) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      default -> throw new IllegalArgumentException("Write " + entity + " as a character");
    };
  }
}
