import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Prints each version beside the one before it, as Maven orders them. */
public class Orders {
  public static void main(String[] arguments) throws Exception {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    String before = lines.readLine();
    for (String version = lines.readLine(); version != null; version = lines.readLine()) {
      int order = new ComparableVersion(before).compareTo(new ComparableVersion(version));
      System.out.println(before + " " + (order < 0 ? "<" : order > 0 ? ">" : "==") + " " + version);
      before = version;
    }
  }
}
